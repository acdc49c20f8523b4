namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbRemindersContract() : RemindersContract(new LiteDbPlace());
