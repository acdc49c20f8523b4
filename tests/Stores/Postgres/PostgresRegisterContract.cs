namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresRegisterContract() : RegisterContract(new PostgresPlace());
