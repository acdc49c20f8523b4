namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbErasureContract() : ErasureContract(new LiteDbPlace());
