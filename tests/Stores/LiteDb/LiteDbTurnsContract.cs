namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbTurnsContract() : TurnsContract(new LiteDbPlace());
