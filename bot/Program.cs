using Microsoft.AspNetCore.Connections;
using RbcBot.Bot;
using RbcBot.Bot.Commands;
using RbcBot.Bot.Demo;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Journals;

using var stop = new CancellationTokenSource();
try
{
    if (await CommandLine.TakeAsync(args, stop.Token) is { } exitCode)
        return exitCode;

    var isDemo = args is ["demo", ..];
    await using var app = Composition.Build(args, isDemo);
    await StartUp.RunAsync(app, stop.Token);
    if (isDemo)
        await DemoProgramme.PlayAsync(app, args, Console.Out, app.Lifetime.ApplicationStopping);
    await app.WaitForShutdownAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // stopped while the demo was still playing
}
catch (Exception obstacle) when (obstacle is SettingException or StorageInUseException or StorageTooNewException or JournalDamagedException or RestoreException or IOException { InnerException: AddressInUseException })
{
    await Console.Error.WriteLineAsync(obstacle.Message);
    return 1;
}
