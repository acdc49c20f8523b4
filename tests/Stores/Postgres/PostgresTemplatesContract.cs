namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresTemplatesContract() : TemplatesContract(new PostgresPlace());
