-- Runs once, on an empty volume. The application owns its database and is no superuser;
-- the superuser is left without a password and is reached from inside the container only.
\getenv password POSTGRES_PASSWORD
CREATE ROLE registration_rights LOGIN PASSWORD :'password';
CREATE DATABASE registration_rights OWNER registration_rights;
ALTER ROLE postgres PASSWORD NULL;
