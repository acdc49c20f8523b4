namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresDeliveriesContract() : DeliveriesContract(new PostgresPlace());
