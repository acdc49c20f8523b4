using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RbcBot.Admin;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Bot.Auditing;
using RbcBot.Bot.Channels.AfricasTalking;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Commands;
using RbcBot.Bot.Demo;
using RbcBot.Bot.Erasing;
using RbcBot.Bot.Guarding;
using RbcBot.Bot.Media;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Retention;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot;

/// <summary>The one place where everything is put together.</summary>
static class Composition
{
    /// <summary>Where the demo is kept unless a folder is named.</summary>
    const string DemoFolder = "data/demo";

    /// <param name="clock">The present; the machine's when it is null.</param>
    public static WebApplication Build(string[] args, bool isDemo, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (isDemo)
            NameDemoFolder(builder.Configuration);
        builder.Configuration.AddSecrets();

        AddAll(builder.Services, builder.Configuration, isDemo, clock ?? TimeProvider.System);
        var app = builder.Build();
        MapAll(app);
        return app;
    }

    /// <summary>The settings as the bot would read them.</summary>
    public static IConfiguration Settings(string[] args)
    {
        var settings = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }).Configuration;
        settings.AddSecrets();
        return settings;
    }

    public static string StorageFolder() => StorageOptions.Of(Settings([])).Path;

    /// <summary>Where this machine reaches the bot: the first of Urls, a wildcard host read as localhost.</summary>
    public static string LocalUrl(IConfiguration settings) => Local(settings["Urls"] ?? "http://localhost:5080");

    /// <summary>Where the started bot listens.</summary>
    public static string LocalUrl(WebApplication app) =>
        Local(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? LocalUrl(app.Configuration));

    /// <summary>Keeps the demo out of the folder where real people are: unless another is named, it has its own.</summary>
    public static void NameDemoFolder(IConfiguration settings)
    {
        var usual = new StorageOptions().Path;
        if ((settings["Storage:Path"] ?? usual) == usual)
            settings["Storage:Path"] = DemoFolder;
        settings["Storage:Connection"] = "";
    }

    static string Local(string urls) => urls.Split(';')[0]
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);

    static void AddAll(IServiceCollection services, IConfiguration settings, bool isDemo, TimeProvider clock)
    {
        var storage = StorageOptions.Of(settings);
        services.AddSingleton<TimeProvider>(_ => isDemo ? new DemoClock(clock) : clock);
        services.AddSingleton(ContentFolder.Read(settings["Content:Path"] ?? "content"));
        var node = NodeOptions.Of(settings, storage.IsPostgres);
        services.AddSingleton(node);
        AddStorage(services, settings, storage);
        AuditSetup.Check(settings);
        services.AddAudit(settings, storage);
        services.AddSingleton(MediaOptions.Of(settings)).AddSingleton<MediaFolder>().AddSingleton<IMedia>(all => all.GetRequiredService<MediaFolder>()).AddSingleton<FileFetching>();
        services.AddPrivacy(settings, node);
        services.AddLoop(settings, node).AddErasing(settings, node);
        services.AddWebChat();
        services.AddTelegram(settings, node);
        services.AddMeta(settings).AddAfricasTalking(settings).AddTwilio(settings);
        services.AddHealth().AddObserving(settings);
        services.AddGuard(GuardOptions.Of(settings));
        services.AddConsole(ConsoleSettings.Of(settings));
        services.AddSingleton<OpenRound>().AddSingleton<VersionMove>().AddSingleton<ExportRound>().AddSingleton<BackupDesk>().AddSingleton<AsideDesk>().AddSingleton<ExportDesk>().AddSingleton<Desk>();
    }

    // The keys lie where the store is: every node must know the cookies of the others.
    static void AddStorage(IServiceCollection services, IConfiguration settings, StorageOptions storage)
    {
        var protection = services.AddDataProtection().SetApplicationName("RbcBot");
        services.AddSingleton(KeySecret.Of(settings, storage));
        services.AddOptions<KeyManagementOptions>().Configure<KeySecret>((keys, secret) => keys.XmlEncryptor = new SealedKeys(secret));
        if (storage.IsPostgres)
        {
            services.AddPostgresStorage(settings, WebChannel.Word, UssdChannel.Word);
            return;
        }
        services.AddLiteDbStorage(settings, WebChannel.Word, UssdChannel.Word);
        protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(storage.Path, "keys")));
    }

    static void MapAll(WebApplication app)
    {
        var node = app.Services.GetRequiredService<NodeOptions>();
        app.UseGuard();
        app.MapObserving();
        app.MapPolicyReports();
        app.MapGet("/", () => Results.Redirect(node.IsBot ? "/chat" : "/console")).AllowAnonymous();
        app.MapHealth();
        app.MapDesk();
        if (node.IsBot)
        {
            app.MapWebChat();
            AccessPages.Map(app);
            app.MapTelegram();
            app.MapMeta();
            app.MapAfricasTalking();
            app.MapTwilio();
        }
        if (node.IsConsole)
            app.MapConsole();
    }
}
