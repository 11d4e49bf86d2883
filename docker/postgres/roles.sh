#!/usr/bin/env bash
# Runs once, on an empty database server: the owner of the schema, the service's own role with fewer rights, and Keycloak's.
set -euo pipefail
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 \
  --set owner_password="$CLAIMDESK_DB_OWNER_PASSWORD" --set service_password="$CLAIMDESK_DB_PASSWORD" \
  --set keycloak_password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role claimdesk_owner login password :'owner_password';
create role claimdesk login password :'service_password';
create role keycloak login password :'keycloak_password';
create database claimdesk owner claimdesk_owner;
create database keycloak owner keycloak;
SQL
