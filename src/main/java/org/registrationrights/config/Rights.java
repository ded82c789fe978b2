package org.registrationrights.config;

import static java.util.Map.entry;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.registrationrights.agreement.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The groups, what each may do in the engine, and the first users. Created at every start where missing; what an
 * administrator has added stays. A task brings its own rights for its candidate group.
 */
@Component
@EnableConfigurationProperties(Rights.Administrator.class)
class Rights {

    /** Programs that watch the application: they read its metrics, and nothing in the engine. */
    static final String MONITORING = "monitoring";

    private static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    /** The groups that tasks are given to, with the name that people read; the demonstration has a user in each. */
    static final Map<String, String> BUSINESS_GROUPS = new TreeMap<>(Map.of(
            "counsel", "Counsel",
            "corporate-secretary", "Corporate secretary",
            "holder-services", "Holder services",
            "underwriter", "Managing underwriter",
            "finance", "Finance",
            "transfer-agent", "Transfer agent"));

    /** Who may start what. */
    private static final Map<String, List<String>> STARTERS = Map.ofEntries(
            entry("piggyback-registration", List.of("counsel", "corporate-secretary")),
            entry("registration-withdrawal", List.of("counsel", "corporate-secretary")),
            entry("expense-settlement", List.of("finance", "counsel", "corporate-secretary")),
            entry("registration-suspension", List.of("counsel", "corporate-secretary")),
            entry("holder-exclusion", List.of("counsel")),
            entry("underwriter-replacement", List.of("counsel", "corporate-secretary")),
            entry("holder-request", List.of("counsel", "corporate-secretary", "holder-services")),
            entry("evidence-correction", List.of("counsel", "corporate-secretary", "holder-services")),
            entry("prospectus-suspension", List.of("counsel", "corporate-secretary")),
            entry("market-standoff", List.of("counsel", "corporate-secretary", "underwriter")),
            entry("indemnification-claim", List.of("counsel", "finance", "underwriter")),
            entry("dispute-arbitration", List.of("counsel")),
            entry("dispute-costs", List.of("counsel", "finance")));

    /** Processes whose instances only these groups may see. */
    private static final Map<String, List<String>> CONFIDENTIAL = Map.of(
            "dispute-arbitration", List.of("counsel", "finance"),
            "dispute-costs", List.of("counsel", "finance"),
            "indemnification-claim", List.of("counsel", "finance"),
            "claim-defense", List.of("counsel", "finance"),
            "claim-settlement", List.of("counsel", "finance"),
            "claim-contribution", List.of("counsel", "finance"));

    /** What tells one task from another of its kind. */
    private static final List<Map<String, String>> SHOWN_IN_LISTS = List.of(
            Map.of("name", "offeringName", "label", "Offering"), Map.of("name", "holderName", "label", "Holder"));

    /** @param password of the first administrator; in the demonstration of every user */
    @ConfigurationProperties(prefix = "admin", ignoreUnknownFields = false)
    record Administrator(String password) {}

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final boolean passwordPolicy;

    Rights(
            IdentityService identities,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            ProcessEngineConfiguration engine,
            Administrator administrator,
            Environment environment,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.passwordPolicy = engine.isEnablePasswordPolicy();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            // of several nodes that start at once, one creates and the others find
            jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
                    .query()
                    .listOfRows();
            createGroups();
            keepConfidential();
            createFilters();
            createUsers(administrator.password(), environment.acceptsProfiles(Profiles.of("demo")));
        });
    }

    private void createGroups() {
        createGroup(ADMINISTRATORS, "Administrators", Groups.GROUP_TYPE_SYSTEM);
        for (Resource resource : Resources.values()) {
            grant(ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
        createGroup(MONITORING, "Monitoring", Groups.GROUP_TYPE_SYSTEM);
        BUSINESS_GROUPS.forEach((id, name) -> {
            createGroup(id, name, "WORKFLOW");
            grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(
                    id,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE);
            grant(id, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        });
        grant("counsel", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                "counsel",
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant("counsel", Resources.DECISION_DEFINITION, ANY, Permissions.READ_HISTORY);
        STARTERS.forEach((process, starters) -> starters.forEach(group -> {
            grant(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE);
            grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }));
    }

    /** On one definition a revocation goes before a grant on all, and a grant before a revocation. */
    private void keepConfidential() {
        CONFIDENTIAL.forEach((process, readers) -> BUSINESS_GROUPS.keySet().forEach(group -> {
            if (readers.contains(group)) {
                grant(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ_INSTANCE);
            } else {
                revoke(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ_INSTANCE);
            }
        }));
    }

    private void createGroup(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private void createFilters() {
        createFilter(
                "Tasks of my groups",
                1,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks());
        createFilter("My tasks", 2, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        createFilter("All tasks", 3, tasks.createTaskQuery());
    }

    private void createFilter(String name, int position, TaskQuery query) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
            filter.setQuery(query);
            filter.setProperties(Map.of("priority", position, "refresh", true, "variables", SHOWN_IN_LISTS));
            filters.saveFilter(filter);
        }
        for (String group : BUSINESS_GROUPS.keySet()) {
            grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    private void createUsers(String password, boolean demo) {
        if (demo) {
            BUSINESS_GROUPS.forEach((group, name) -> createUser(group, "Demo", name, group, password));
        }
        if (identities.createUserQuery().memberOfGroup(ADMINISTRATORS).count() == 0) {
            createUser("admin", "First", "Administrator", ADMINISTRATORS, password);
        }
    }

    private void createUser(String id, String firstName, String lastName, String group, String password) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setPassword(password);
            if (passwordPolicy
                    && !identities.checkPasswordAgainstPolicy(password, user).isValid()) {
                throw Refusal.invalid(
                        "admin.password",
                        "ADMIN_PASSWORD is too weak: it needs ten characters with a lower-case letter, an upper-case letter,"
                                + " a digit and a special character, and does not contain the user's name");
            }
            identities.saveUser(user);
        }
        if (identities.createUserQuery().userId(id).memberOfGroup(group).count() == 0) {
            identities.createMembership(id, group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorization(AUTH_TYPE_GRANT, group, resource, id);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }

    private void revoke(String group, Resource resource, String id, Permission permission) {
        Authorization authorization = authorization(AUTH_TYPE_REVOKE, group, resource, id);
        authorization.removePermission(permission);
        authorizations.saveAuthorization(authorization);
    }

    private Authorization authorization(int type, String group, Resource resource, String id) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(type);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        return authorization;
    }
}
