// SPDX-License-Identifier: Apache-2.0
/// Three databases as a careful person keeps them in production, about which a good examination says nothing: a shop, a
/// warehouse, a service for many tenants. For each there is a script that makes it sick.
///
/// The files lie beside these classes: `server.conf` and `server.sql` make the server, `shop.sql` a database with rows,
/// `shop.life.sql` what its clients do, `shop.sick.sql` what goes wrong in the years after. Start at
/// {@link dev.tickbird.testkit.healthy.HealthyServer}.
///
/// Must stay true: a healthy database is not bent until a rule is silent. If a rule is wrong, the rule is mended.
package dev.tickbird.testkit.healthy;
