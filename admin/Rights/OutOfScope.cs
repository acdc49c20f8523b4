using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Rights;

/// <summary>Marks a visit that asked for something which is there and another's: answered as if it were not, and noted as refused.</summary>
sealed class OutOfScope
{
    public static void Mark(HttpContext http) => http.Features.Set(new OutOfScope());

    public static bool Is(HttpContext http) => http.Features.Get<OutOfScope>() is not null;
}
