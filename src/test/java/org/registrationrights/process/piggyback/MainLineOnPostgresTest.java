package org.registrationrights.process.piggyback;

@ProcessTest
@OnPostgres
class MainLineOnPostgresTest extends MainLineStory {}
