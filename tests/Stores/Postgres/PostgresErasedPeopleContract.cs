namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresErasedPeopleContract() : ErasedPeopleContract(new PostgresPlace());
