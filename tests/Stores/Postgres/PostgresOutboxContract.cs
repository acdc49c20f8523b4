namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresOutboxContract() : OutboxContract(new PostgresPlace());
