namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresRemindersContract() : RemindersContract(new PostgresPlace());
