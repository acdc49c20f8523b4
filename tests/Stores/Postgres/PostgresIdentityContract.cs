namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresIdentityContract() : IdentityContract(new PostgresPlace());
