namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresErasureContract() : ErasureContract(new PostgresPlace());
