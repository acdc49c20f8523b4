namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbRoundsContract() : RoundsContract(new LiteDbPlace());
