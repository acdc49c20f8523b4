namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbSafetyContract() : SafetyContract(new LiteDbPlace());
