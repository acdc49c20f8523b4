namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresReportsContract() : ReportsContract(new PostgresPlace());
