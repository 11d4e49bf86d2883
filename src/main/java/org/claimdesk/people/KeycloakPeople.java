package org.claimdesk.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Reads people, roles and desks from Keycloak's Admin API, with the rights to view users and groups and no others. That
 * is why roles are asked person by person: to list a role's members one must be allowed to view the whole realm.
 */
@ApplicationScoped
class KeycloakPeople {

    private static final int PAGE = 200;

    private final Keycloak keycloak;
    private final String realm;

    KeycloakPeople(Keycloak keycloak, @ConfigProperty(name = "claimdesk.realm") String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /** @throws Problem unavailable */
    @ActivateRequestContext
    Newsroom newsroom() {
        try {
            List<GroupRepresentation> desks = deskGroups();
            return Newsroom.of(people(desks),
                    desks.stream().map(group -> new Desk(group.getPath(), nameOf(group))).toList());
        } catch (ProcessingException | WebApplicationException away) {
            throw Problem.unavailable("The people and desks cannot be read from Keycloak at the moment.", away);
        }
    }

    /** @throws Problem unavailable */
    @ActivateRequestContext
    Set<Role> rolesOf(UUID person) {
        try {
            UserResource user = realm().users().get(person.toString());
            return Boolean.TRUE.equals(user.toRepresentation().isEnabled()) ? roles(user) : EnumSet.noneOf(Role.class);
        } catch (NotFoundException gone) {
            return EnumSet.noneOf(Role.class);
        } catch (ProcessingException | WebApplicationException away) {
            throw Problem.unavailable("Keycloak cannot be asked at the moment.", away);
        }
    }

    /** Asks for as little as possible. @throws Problem unavailable */
    @ActivateRequestContext
    void ask() {
        try {
            realm().users().count();
        } catch (ProcessingException | WebApplicationException away) {
            throw Problem.unavailable("Keycloak cannot be asked at the moment.", away);
        }
    }

    private RealmResource realm() {
        return keycloak.realm(realm);
    }

    private List<Person> people(List<GroupRepresentation> desks) {
        Map<String, Set<String>> desksOf = new HashMap<>();
        for (GroupRepresentation desk : desks) {
            GroupResource group = realm().groups().group(desk.getId());
            for (UserRepresentation user : all((from, count) -> group.members(from, count))) {
                desksOf.computeIfAbsent(user.getId(), id -> new HashSet<>()).add(desk.getPath());
            }
        }
        return all((from, count) -> realm().users().list(from, count)).stream()
                .filter(user -> Boolean.TRUE.equals(user.isEnabled()))
                .map(user -> new Person(UUID.fromString(user.getId()), user.getUsername(), nameOf(user),
                        roles(realm().users().get(user.getId())), desksOf.getOrDefault(user.getId(), Set.of())))
                .filter(person -> person.roles().stream().anyMatch(Role::ofPeople))
                .toList();
    }

    private List<GroupRepresentation> deskGroups() {
        GroupResource top = realm().groups().group(realm().getGroupByPath("/desks").getId());
        return all((from, count) -> top.getSubGroups(from, count, false));
    }

    private static Set<Role> roles(UserResource user) {
        return Role.among(user.roles().realmLevel().listEffective().stream().map(RoleRepresentation::getName).toList());
    }

    private static String nameOf(GroupRepresentation group) {
        List<String> names = group.getAttributes() == null ? null : group.getAttributes().get("displayName");
        return names == null || names.isEmpty() ? Desk.nameOf(group.getPath()) : names.get(0);
    }

    private static String nameOf(UserRepresentation user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getUsername() : name;
    }

    private interface Paged<T> {
        List<T> read(int from, int count);
    }

    private static <T> List<T> all(Paged<T> source) {
        List<T> all = new ArrayList<>();
        List<T> page;
        do {
            page = source.read(all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
