// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.security.Api;
import dev.tickbird.rules.security.Grants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What strangers may do with a table's rows.
///
/// @param holders of each command those who may give it
/// @param secrets columns that they may read and that, by their names, hold secrets
/// @param grantees to whom the privileges were granted: strangers, their groups, everybody
record StrangersDeeds(Map<String, Set<String>> holders, List<String> secrets, List<String> grantees) {

    /// Names that nobody gives to anything else; a longer one may tell of a flag or a date.
    private static final Set<String> SECRETS = Set.of("""
            password passwd pwd password_hash passwordhash hashed_password encrypted_password pass_hash pin_code secret
            secret_key client_secret api_key apikey api_secret access_token refresh_token auth_token session_token
            private_key encryption_key totp_secret mfa_secret otp_secret recovery_codes backup_codes ssn
            social_security_number credit_card credit_card_number card_number cvv cvc bank_account
            bank_account_number iban passport_number national_id tax_id drivers_license
            """.strip().split("\\s+"));

    static StrangersDeeds of(Table table, Api api, Snapshot snapshot) {
        Map<String, Set<String>> holders = new LinkedHashMap<>();
        for (String command : List.of("select", "insert", "update", "delete")) {
            holders.put(command, api.holders(table.oid(), table.schema(), isFor(command), snapshot));
        }
        List<String> secrets = Relations.of(snapshot).of(table, Column.class).stream()
                .map(Column::name)
                .filter(SECRETS::contains)
                .filter(column -> !api.holders(
                                table.oid(),
                                table.schema(),
                                isFor("select")
                                        .and(it -> it.kind() == Privilege.Kind.TABLE || column.equals(it.column())),
                                snapshot)
                        .isEmpty())
                .toList();
        List<String> grantees = Grants.on(table.oid(), snapshot)
                .filter(isFor("select").or(isFor("insert")).or(isFor("update")).or(isFor("delete")))
                .map(Privilege::grantee)
                .filter(grantee -> grantee.equals("public") || api.strangers().contains(grantee))
                .distinct()
                .sorted()
                .toList();
        return new StrangersDeeds(holders, secrets, grantees);
    }

    private static Predicate<Privilege> isFor(String command) {
        return it -> it.privilege().equals(command)
                && (it.kind() == Privilege.Kind.TABLE || it.kind() == Privilege.Kind.COLUMN);
    }

    /// To read what is no secret may well be what the API is for.
    boolean areHarmless() {
        return secrets.isEmpty() && !write();
    }

    boolean write() {
        return holders.entrySet().stream()
                .anyMatch(entry ->
                        !entry.getKey().equals("select") && !entry.getValue().isEmpty());
    }

    boolean may(String command, Set<String> whom) {
        return holders.getOrDefault(command, Set.of()).stream().anyMatch(whom::contains);
    }

    /// Such as `read, change or delete`.
    String verbs() {
        List<String> verbs = holders.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> switch (entry.getKey()) {
                    case "select" -> "read";
                    case "insert" -> "add";
                    case "update" -> "change";
                    default -> "delete";
                })
                .toList();
        int last = verbs.size() - 1;
        return last == 0 ? verbs.getFirst() : String.join(", ", verbs.subList(0, last)) + " or " + verbs.get(last);
    }

    /// Such as `select, insert to anon; select to authenticated`.
    String told() {
        Map<String, String> byRole = new TreeMap<>();
        holders.forEach((command, roles) ->
                roles.forEach(role -> byRole.merge(role, command, (one, other) -> one + ", " + other)));
        return byRole.entrySet().stream()
                .map(entry -> entry.getValue() + " to " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
