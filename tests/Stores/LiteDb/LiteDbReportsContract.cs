namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbReportsContract() : ReportsContract(new LiteDbPlace());
