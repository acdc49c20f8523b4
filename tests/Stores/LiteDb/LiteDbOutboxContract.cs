namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbOutboxContract() : OutboxContract(new LiteDbPlace());
