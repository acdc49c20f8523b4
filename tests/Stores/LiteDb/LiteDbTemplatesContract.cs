namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbTemplatesContract() : TemplatesContract(new LiteDbPlace());
