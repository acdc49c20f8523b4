namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresRoundsContract() : RoundsContract(new PostgresPlace());
