namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresTurnsContract() : TurnsContract(new PostgresPlace());
