using System.Security.Cryptography;
using RbcBot.Bot;
using RbcBot.Bot.Commands;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bot.Storage;

public sealed class VaultTests : IDisposable
{
    readonly Vault vault = new([.. Enumerable.Range(0, Vault.KeyBytes).Select(number => (byte)number)]);
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-vault-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("Muraho")]
    [InlineData("umwana wanjye 👩‍⚕️ arwaye\n\n")]
    public void What_is_sealed_opens_as_it_was(string text) => Assert.Equal(text, vault.Open("here", vault.Seal("here", text)));

    [Fact]
    public void What_is_sealed_shows_nothing() => Assert.DoesNotContain("Muraho", vault.Seal("here", "Muraho, Muraho, Muraho"), StringComparison.Ordinal);

    [Fact]
    public void The_same_is_never_sealed_the_same() => Assert.NotEqual(vault.Seal("here", "Muraho"), vault.Seal("here", "Muraho"));

    [Fact]
    public void It_opens_at_no_other_place() => Assert.Throws<InvalidDataException>(() => vault.Open("there", vault.Seal("here", "Muraho")));

    [Fact]
    public void It_opens_with_no_other_key() =>
        Assert.Throws<InvalidDataException>(() => new Vault(new byte[Vault.KeyBytes]).Open("here", vault.Seal("here", "Muraho")));

    [Fact]
    public void A_changed_bit_is_found()
    {
        var bytes = vault.Seal("here", "Muraho"u8);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => vault.Open("here", bytes));
            bytes[at] ^= 1;
        }
    }

    [Fact]
    public void What_version_1_sealed_opens()
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. Enumerable.Range(0, Vault.KeyBytes).Select(number => (byte)number)], Vault.KeyBytes, info: "rbcbot seal"u8.ToArray());
        byte[] nonce = RandomNumberGenerator.GetBytes(24), words = "Muraho"u8.ToArray(), tag = new byte[16], hidden = new byte[words.Length];
        using (var cipher = new AesGcm(HMACSHA256.HashData(key, nonce), tag.Length))
            cipher.Encrypt(nonce.AsSpan(12), words, hidden, tag, "here"u8);
        Assert.Equal(words, vault.Open("here", [1, .. nonce, .. tag, .. hidden]));
    }

    [Fact]
    public void Many_that_are_sealed_at_once_all_open() => Parallel.For(0, 20_000, number => Assert.Equal($"{number}", vault.Open("here", vault.Seal("here", $"{number}"))));

    [Fact]
    public void Lines_stay_lines() => Assert.Equal("a\nb\n", vault.OpenLines(vault.SealLines("a\n") + vault.SealLines("b\n")));

    [Fact]
    public void An_address_has_a_name_that_needs_the_key()
    {
        Address phone = new("sms", "+250788000001");
        Assert.Equal(vault.KeyOf(phone), vault.KeyOf(phone));
        Assert.NotEqual(new Vault(new byte[Vault.KeyBytes]).KeyOf(phone), vault.KeyOf(phone));
        Assert.NotEqual(StoredKeys.Before(phone), vault.KeyOf(phone));
    }

    [Fact]
    public void A_key_file_is_made_once_and_for_its_owner_only()
    {
        var options = new StorageOptions(folder);
        var made = MasterKey.Make(options);
        Assert.Equal(made.Name, MasterKey.Find(options)?.Name);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.KeyPath));
    }

    [Fact]
    public void A_root_key_opens_under_a_new_master_key_and_not_under_the_old_one()
    {
        StorageOptions before = new(folder), after = new(folder, KeyFile: Path.Combine(folder, "new.key"));
        var root = WrappedRoot.New(MasterKey.Make(before), isSealed: true);
        var turned = root.Under(MasterKey.Find(before)!, MasterKey.Make(after));
        Assert.Equal("Muraho", turned.OpenedBy(after).Open("here", root.OpenedBy(before).Seal("here", "Muraho")));
        Assert.Contains("The master key is", Assert.Throws<SettingException>(() => turned.OpenedBy(before)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_turned_key_opens_the_folder_and_the_old_one_does_not()
    {
        StorageOptions before = new(folder, LeastFreeMegabytes: 0), after = before with { KeyFile = Path.Combine(folder, "new.key") };
        new LiteDbStore(before).Dispose();
        Assert.Equal(0, TurnKey.Run(before, after.KeyFile));
        Assert.Throws<SettingException>(() => new LiteDbStore(before));
        new LiteDbStore(after).Dispose();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void What_is_no_key_is_refused(string key) =>
        Assert.Contains("is no key", Assert.Throws<SettingException>(() => MasterKey.Find(new StorageOptions(folder, Key: key))).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_never_show_the_key() =>
        Assert.DoesNotContain("secret", new StorageOptions(folder, Key: "secret").ToString(), StringComparison.Ordinal);
}
