namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbIdentityContract() : IdentityContract(new LiteDbPlace());
