import subprocess
import sys


def test_package_never_loads_the_compiler() -> None:
    """Looking things up imports no compiler and opens no table before the first question."""
    code = (
        "import sys, onrecord.knowledge.places as places, onrecord.knowledge.agencies;"
        "assert 'onrecord.knowledge.compile' not in sys.modules;"
        "assert places._places.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
