namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbAsideContract() : AsideContract(new LiteDbPlace());
