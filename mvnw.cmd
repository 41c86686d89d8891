<# : the part for cmd.exe
@echo off
@rem Runs Maven of a pinned version on a JDK of 21 or newer, and finds or fetches what it needs of both; see mvnw.
setlocal
set "MVNW_FILE=%~f0"
set "MVNW_JAVA="
set "MVNW_HOME="
for /f "usebackq tokens=1* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "Invoke-Expression (Get-Content -Raw -LiteralPath $env:MVNW_FILE)"`) do (
    if "%%A"=="JDK" set "MVNW_JAVA=%%B"
    if "%%A"=="MAVEN" set "MVNW_HOME=%%B"
    if "%%A"=="NODE" set "QUARKUS_QUINOA_PACKAGE_MANAGER_INSTALL=true"
)
if not defined MVNW_HOME exit /b 1
set "JAVA_HOME=%MVNW_JAVA%"
set "MAVEN_BASEDIR=%~dp0"
if "%MAVEN_BASEDIR:~-1%"=="\" set "MAVEN_BASEDIR=%MAVEN_BASEDIR:~0,-1%"
"%MVNW_HOME%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
#>
$ErrorActionPreference = 'Stop'
$maven = '3.9.12'
$sha512 = '0ef0d074761a55e7b982fd7f2cd6ea2da028289c73156ebd488c0513efbff8a64ac5bc0c11c3b8bbced930ce15238ecef344b0e065ae54f7cdca8c86cf39e736'

function Fail($text) {
    [Console]::Error.WriteLine("mvnw: $text")
    exit 1
}

# The major version of the JDK in a folder, or 0.
function VersionOf($jdk) {
    if (-not $jdk -or -not (Test-Path -LiteralPath "$jdk\bin\javac.exe") -or -not (Test-Path -LiteralPath "$jdk\release")) { return 0 }
    if ((Get-Content -Raw -LiteralPath "$jdk\release") -match 'JAVA_VERSION="(\d+)') { return [int]$Matches[1] }
    return 0
}

function FindJdk {
    $onPath = Get-Command java.exe -ErrorAction SilentlyContinue | Select-Object -First 1
    $candidates = @($env:JAVA_HOME)
    if ($onPath) { $candidates += Split-Path (Split-Path $onPath.Source) }
    foreach ($jdk in $candidates) { if ((VersionOf $jdk) -ge 21) { return $jdk } }
    $vendors = 'Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'
    $installed = @(foreach ($vendor in $vendors) { Get-ChildItem -Directory "$env:ProgramFiles\$vendor" -ErrorAction SilentlyContinue })
    $installed += @(Get-ChildItem -Directory "$env:USERPROFILE\.sdkman\candidates\java" -ErrorAction SilentlyContinue)
    $good = @($installed | ForEach-Object { $_.FullName } | Where-Object { (VersionOf $_) -ge 21 })
    return $good | Sort-Object { (VersionOf $_) -eq 25 }, { VersionOf $_ } | Select-Object -Last 1
}

function FetchMaven($dists) {
    New-Item -ItemType Directory -Force $dists | Out-Null
    $work = Join-Path $dists ('fetch.' + [IO.Path]::GetRandomFileName())
    New-Item -ItemType Directory $work | Out-Null
    try {
        $zip = "$work\apache-maven-$maven-bin.zip"
        if (Get-Command mvn.cmd -ErrorAction SilentlyContinue) {
            $env:MAVEN_BASEDIR = $work
            Push-Location $work
            # Its output must not reach cmd.exe, which reads ours.
            & cmd /c "mvn.cmd -B -q dependency:copy -Dartifact=org.apache.maven:apache-maven:${maven}:zip:bin -DoutputDirectory=. > log 2>&1"
            Pop-Location
        }
        if (-not (Test-Path -LiteralPath $zip)) {
            [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
            (New-Object Net.WebClient).DownloadFile("https://archive.apache.org/dist/maven/maven-3/$maven/binaries/apache-maven-$maven-bin.zip", $zip)
        }
        if ((Get-FileHash -LiteralPath $zip -Algorithm SHA512).Hash -ne $sha512) { Fail "Maven $maven came with a wrong checksum" }
        Expand-Archive -LiteralPath $zip -DestinationPath $work
        try { [IO.Directory]::Move("$work\apache-maven-$maven", "$dists\unpacked") }
        catch { if (-not (Test-Path -LiteralPath "$dists\unpacked\bin\mvn.cmd")) { throw } }
    } finally {
        Remove-Item -Recurse -Force -LiteralPath $work
    }
}

try {
    $env:JAVA_HOME = FindJdk
    if (-not $env:JAVA_HOME) { Fail 'needs a JDK of 21 or newer, best 25: install one (adoptium.net has them) or set JAVA_HOME' }
    $dists = "$env:USERPROFILE\.m2\wrapper\dists\apache-maven-$maven"
    if (-not (Test-Path -LiteralPath "$dists\unpacked\bin\mvn.cmd")) { FetchMaven $dists }
    # The pages are built with Node; where there is none of 20.19 or newer, the build fetches one.
    $node = if (Get-Command node -ErrorAction SilentlyContinue) { & node --version } else { '' }
    if ($node -notmatch '^v(20\.(19|[2-9][0-9])|2[2-9]|[3-9][0-9])') { Write-Output 'NODE=fetch' }
    Write-Output "JDK=$env:JAVA_HOME"
    Write-Output "MAVEN=$dists\unpacked"
} catch {
    Fail "cannot prepare Maven ${maven}: $_"
}
