namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresErasedFiguresContract() : ErasedFiguresContract(new PostgresPlace());
