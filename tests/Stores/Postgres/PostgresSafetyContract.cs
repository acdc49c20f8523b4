namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresSafetyContract() : SafetyContract(new PostgresPlace());
