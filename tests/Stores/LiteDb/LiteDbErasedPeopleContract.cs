namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbErasedPeopleContract() : ErasedPeopleContract(new LiteDbPlace());
