namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbErasedFiguresContract() : ErasedFiguresContract(new LiteDbPlace());
