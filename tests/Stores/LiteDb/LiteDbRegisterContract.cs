namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbRegisterContract() : RegisterContract(new LiteDbPlace());
