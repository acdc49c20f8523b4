namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresPrivacyContract() : PrivacyContract(new PostgresPlace());
