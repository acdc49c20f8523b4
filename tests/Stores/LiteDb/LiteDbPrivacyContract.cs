namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbPrivacyContract() : PrivacyContract(new LiteDbPlace());
