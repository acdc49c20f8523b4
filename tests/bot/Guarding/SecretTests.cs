using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Guarding;
using RbcBot.Bot.Storage;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Guarding;

public sealed class SecretTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-secrets-").FullName;

    StorageOptions Storage => new(Path.Combine(folder, "data"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_secret_is_read_from_the_file_that_its_setting_names()
    {
        var settings = With(("Telegram:TokenFile", Written("token", "123:abc\n")), ("Telegram:Token", ""));
        settings.AddSecrets(folder + "/none");
        Assert.Equal("123:abc", settings["Telegram:Token"]);
    }

    [Fact]
    public void A_secret_is_read_from_the_folder_of_secrets_and_wins_over_the_environment()
    {
        Written("Meta__AppSecret", "of the file");
        var settings = With(("Meta:AppSecret", "of the environment"));
        settings.AddSecrets(folder);
        Assert.Equal("of the file", settings["Meta:AppSecret"]);
    }

    [Theory]
    [InlineData("Telegram:Token", "changeme")]
    [InlineData("Meta:AccessToken", "<your token>")]
    [InlineData("Twilio:AuthToken", "${TWILIO_TOKEN}")]
    [InlineData("Storage:Connection", "{{connection}}")]
    [InlineData("Keys:Secret", " Secret ")]
    public void What_only_stands_in_for_a_secret_stops_the_start(string name, string value) =>
        Assert.StartsWith(name, Assert.Throws<SettingException>(() => With((name, value)).AddSecrets(folder + "/none")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_secret_said_twice_or_in_a_file_that_is_not_there_stops_the_start()
    {
        Assert.Throws<SettingException>(() => With(("Telegram:TokenFile", Written("token", "123:abc")), ("Telegram:Token", "123:abc")).AddSecrets(folder + "/none"));
        Assert.Throws<SettingException>(() => With(("Telegram:TokenFile", folder + "/none")).AddSecrets(folder + "/none"));
        Assert.Throws<SettingException>(() => KeySecret.Of(With(("Keys:Secret", "too short")), Storage));
    }

    [Fact]
    public void No_secret_stands_in_the_settings_of_the_project()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(House.Root, "appsettings.json")).Build();
        Assert.All(Secrets.Names, name => Assert.Equal((name, ""), (name, shipped[name])));
    }

    [Fact]
    public void Without_a_secret_one_is_made_beside_the_data_for_this_user_alone_and_stays()
    {
        var first = KeySecret.Of(With(), Storage);
        var second = KeySecret.Of(With(), Storage);
        Assert.Equal((folder + "/data.keys", null), (first.Made, second.Made));
        Assert.Equal(first.Key, second.Key);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(folder + "/data.keys") == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Keys_lie_encrypted_and_are_read_only_with_their_secret()
    {
        var cookie = Protector("a secret of this test, of chance").Protect("session");
        var stored = string.Concat(Directory.EnumerateFiles(folder, "key-*.xml").Select(File.ReadAllText));
        Assert.Contains("<sealed", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
        Assert.Equal("session", Protector("a secret of this test, of chance").Unprotect(cookie));
        Assert.ThrowsAny<Exception>(() => Protector("another secret, also of chance").Unprotect(cookie));
    }

    [Fact]
    public async Task The_bot_keeps_no_key_in_clear()
    {
        await using var bot = await LiveBot.StartAsync();
        using var browser = new ConsoleBrowser(bot.Url);
        await browser.GetAsync("/console/sign-in");
        var keys = Directory.EnumerateFiles(Path.Combine(bot.Get<StorageOptions>().Path, "keys"), "*.xml").Select(XDocument.Load).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Empty(key.Descendants("masterKey")));
    }

    IDataProtector Protector(string secret)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(KeySecret.Of(With(("Keys:Secret", secret)), Storage));
        services.AddDataProtection().SetApplicationName("RbcBot").PersistKeysToFileSystem(new DirectoryInfo(folder));
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<KeySecret>((keys, its) => keys.XmlEncryptor = new SealedKeys(its));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    string Written(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    static ConfigurationManager With(params (string Name, string Value)[] values)
    {
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value)));
        return settings;
    }
}
