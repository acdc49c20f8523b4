namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbDeliveriesContract() : DeliveriesContract(new LiteDbPlace());
