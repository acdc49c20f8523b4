namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresInboxContract() : InboxContract(new PostgresPlace());
