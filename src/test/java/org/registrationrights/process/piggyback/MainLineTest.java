package org.registrationrights.process.piggyback;

@ProcessTest
class MainLineTest extends MainLineStory {}
