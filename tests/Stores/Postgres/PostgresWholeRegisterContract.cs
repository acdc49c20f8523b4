namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresWholeRegisterContract() : WholeRegisterContract(new PostgresPlace());
