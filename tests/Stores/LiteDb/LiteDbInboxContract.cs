namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbInboxContract() : InboxContract(new LiteDbPlace());
