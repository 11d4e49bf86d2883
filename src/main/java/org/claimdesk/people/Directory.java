package org.claimdesk.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The newsroom's people, roles and desks, read from Keycloak through its Admin API and kept for a few seconds. */
@ApplicationScoped
public class Directory {

    private static final Logger LOG = Logger.getLogger(Directory.class);
    private static final int PAGE = 200;

    private final Keycloak keycloak;
    private final Clock clock;
    private final String realm;
    private final Duration kept;
    private volatile Reading last;

    Directory(Keycloak keycloak, Clock clock, @ConfigProperty(name = "claimdesk.realm") String realm,
            @ConfigProperty(name = "claimdesk.directory.kept") Duration kept) {
        this.keycloak = keycloak;
        this.clock = clock;
        this.realm = realm;
        this.kept = kept;
    }

    /**
     * The newsroom now, at most {@code claimdesk.directory.kept} old. While Keycloak is away: as last read.
     *
     * @throws Problem unavailable, where Keycloak is away and has never been read
     */
    public Newsroom newsroom() {
        Reading reading = last;
        if (reading == null || reading.at().plus(kept).isBefore(clock.instant())) {
            reading = read(reading);
        }
        return reading.newsroom();
    }

    /** The roles a person has in Keycloak now; none for somebody unknown there or disabled. */
    @CacheResult(cacheName = "roles")
    public Set<Role> rolesOf(UUID person) {
        try {
            var user = realm().users().get(person.toString());
            if (!Boolean.TRUE.equals(user.toRepresentation().isEnabled())) {
                return EnumSet.noneOf(Role.class);
            }
            return Role.among(
                    user.roles().realmLevel().listEffective().stream().map(RoleRepresentation::getName).toList());
        } catch (NotFoundException gone) {
            return EnumSet.noneOf(Role.class);
        } catch (ProcessingException | WebApplicationException away) {
            throw Problem.unavailable("Keycloak cannot be asked at the moment.", away);
        }
    }

    private synchronized Reading read(Reading before) {
        if (last != before) {
            return last;
        }
        try {
            last = new Reading(Newsroom.of(people(), desks()), clock.instant());
        } catch (ProcessingException | WebApplicationException away) {
            if (before == null) {
                throw Problem.unavailable("The list of people and desks cannot be read from Keycloak at the moment.",
                        away);
            }
            LOG.warnf("Keycloak cannot be read, going on with people and desks of %s: %s", before.at(), away);
            last = new Reading(before.newsroom(), clock.instant());
        }
        return last;
    }

    private RealmResource realm() {
        return keycloak.realm(realm);
    }

    private List<Person> people() {
        Map<String, UserRepresentation> users = new HashMap<>();
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Role role : Role.values()) {
            RoleResource resource = realm().roles().get(role.word());
            List<UserRepresentation> holders = new ArrayList<>(
                    pages((from, count) -> resource.getUserMembers(from, count)));
            for (GroupRepresentation group : pages(
                    (from, count) -> new ArrayList<>(resource.getRoleGroupMembers(from, count)))) {
                holders.addAll(pages((from, count) -> realm().groups().group(group.getId()).members(from, count)));
            }
            for (UserRepresentation user : holders) {
                users.put(user.getId(), user);
                roles.computeIfAbsent(user.getId(), id -> EnumSet.noneOf(Role.class)).add(role);
            }
        }
        Map<String, Set<String>> desks = new HashMap<>();
        for (GroupRepresentation desk : deskGroups()) {
            for (UserRepresentation user : pages(
                    (from, count) -> realm().groups().group(desk.getId()).members(from, count))) {
                desks.computeIfAbsent(user.getId(), id -> new HashSet<>()).add(desk.getPath());
            }
        }
        return users.values()
                .stream()
                .filter(user -> Boolean.TRUE.equals(user.isEnabled()))
                .map(user -> new Person(UUID.fromString(user.getId()), user.getUsername(), nameOf(user),
                        Set.copyOf(roles.get(user.getId())), Set.copyOf(desks.getOrDefault(user.getId(), Set.of()))))
                .toList();
    }

    private List<Desk> desks() {
        return deskGroups().stream().map(group -> new Desk(group.getPath(), deskName(group))).toList();
    }

    private List<GroupRepresentation> deskGroups() {
        GroupRepresentation top = realm().getGroupByPath("/desks");
        GroupResource resource = realm().groups().group(top.getId());
        return pages((from, count) -> resource.getSubGroups(from, count, false));
    }

    private static String deskName(GroupRepresentation group) {
        List<String> names = group.getAttributes() == null ? null : group.getAttributes().get("displayName");
        return names == null || names.isEmpty() ? Desk.nameOf(group.getPath()) : names.get(0);
    }

    private static String nameOf(UserRepresentation user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getUsername() : name;
    }

    private static <T> List<T> pages(Paged<T> source) {
        List<T> all = new ArrayList<>();
        List<T> page;
        do {
            page = source.read(all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private interface Paged<T> {
        List<T> read(int from, int count);
    }

    private record Reading(Newsroom newsroom, Instant at) {}
}
