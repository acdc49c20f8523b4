namespace RbcBot.Bot;

/// <summary>Registers loops that only nodes with the role of a worker run.</summary>
static class WorkerRole
{
    /// <param name="node">Null is a node that does all.</param>
    public static IServiceCollection AddHosted<T>(this IServiceCollection services, NodeOptions? node, Func<IServiceProvider, T> make)
        where T : class, IHostedService => node is { IsWorker: false } ? services : services.AddHostedService(make);
}
