namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresAsideContract() : AsideContract(new PostgresPlace());
